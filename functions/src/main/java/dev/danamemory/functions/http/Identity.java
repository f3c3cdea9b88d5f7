package dev.danamemory.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import dev.danamemory.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        JWT token = token(event).orElseThrow(() -> unauthorized("send a token: Authorization: Bearer ..."));
        UserId own = Optional.ofNullable(claims(token).get(claim))
                .filter(UserId::isValid)
                .map(UserId::new)
                .orElseThrow(() -> unauthorized("the token has to name a user of 1 to 256 code points"));
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

    private static Optional<JWT> token(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext())
                .map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt);
    }

    private static Map<String, String> claims(JWT token) {
        return token.getClaims() == null ? Map.of() : token.getClaims();
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(Problem.unauthorized(detail));
    }
}
