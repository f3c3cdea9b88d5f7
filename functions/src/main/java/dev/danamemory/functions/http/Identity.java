package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import dev.danamemory.model.UserId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose request it is. That comes from the claims which API Gateway's authorizer checked, and from nowhere else; a
 * token with the scope {@value #ACT_AS} may name another user in the header {@code Memory-User}.
 *
 * @param claim the claim that names the user
 */
public record Identity(String claim) {
    private static final String ACT_AS = "memory:act-as";
    private static final String ACT_AS_HEADER = "Memory-User";

    UserId userOf(APIGatewayV2HTTPEvent event, Headers headers) {
        JWT token = token(event);
        if (token == null) {
            throw unauthorized("send a token: Authorization: Bearer ...");
        }
        String named = claims(token).get(claim);
        if (named == null || !UserId.isValid(named)) {
            throw unauthorized("the token has to name a user of 1 to 256 code points");
        }
        UserId own = new UserId(named);
        String other = headers.get(ACT_AS_HEADER);
        if (other == null) {
            return own;
        }
        if (!mayActAs(token)) {
            throw new ProblemException(Problem.forbidden(
                    "the header " + ACT_AS_HEADER + " is for tokens with the scope " + ACT_AS + "; leave it out"));
        }
        return named(other);
    }

    /** Percent-encoded, since a header carries ASCII; a comma would be two headers that were joined on the way. */
    private static UserId named(String header) {
        return PercentCoding.decode(header)
                .filter(name -> header.indexOf(',') < 0 && UserId.isValid(name))
                .map(UserId::new)
                .orElseThrow(() -> new ProblemException(
                        Problem.invalid(ACT_AS_HEADER, "has to be one user of 1 to 256 code points, percent-encoded")));
    }

    private static boolean mayActAs(JWT token) {
        if (token.getScopes() != null && token.getScopes().contains(ACT_AS)) {
            return true;
        }
        String scope = claims(token).getOrDefault("scope", "");
        return List.of(scope.split(" ", -1)).contains(ACT_AS);
    }

    private static @Nullable JWT token(APIGatewayV2HTTPEvent event) {
        RequestContext context = event.getRequestContext();
        Authorizer authorizer = context == null ? null : context.getAuthorizer();
        return authorizer == null ? null : authorizer.getJwt();
    }

    private static Map<String, String> claims(JWT token) {
        return token.getClaims() == null ? Map.of() : token.getClaims();
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(Problem.unauthorized(detail));
    }
}
