package dev.danamemory.blob.s3;

/** What is asked of S3, and what a role must be allowed for it. */
enum S3Action {
    READ(
            "read",
            "s3:GetObject on its objects and s3:ListBucket on the bucket (without the latter S3 answers 403 instead of 404"
                    + " for an object that is not there)"),
    WRITE("write", "s3:PutObject and s3:GetObject on its objects (a conditional write needs both)"),
    DELETE("delete", "s3:DeleteObject and s3:GetObject on its objects (a conditional delete needs both)"),
    SIGN("make an address for", "s3:GetObject on its objects (whoever has the address reads by this permission)"),
    LIST("list", "s3:ListBucket on the bucket"),
    CREATE("make the bucket", "s3:CreateBucket"),
    LIST_VERSIONS("list versions", "s3:ListBucketVersions on the bucket"),
    DELETE_VERSIONS("delete a version", "s3:DeleteObjectVersion on its objects");

    private final String verb;
    private final String permissions;

    S3Action(String verb, String permissions) {
        this.verb = verb;
        this.permissions = permissions;
    }

    /** As it stands in messages. */
    String verb() {
        return verb;
    }

    /** What to allow, in words. */
    String permissions() {
        return permissions;
    }
}
