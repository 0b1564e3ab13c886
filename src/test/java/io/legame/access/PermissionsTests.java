package io.legame.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.legame.testing.LegameTest;
import io.legame.testing.SignedIn;
import io.legame.testing.TestDatabase;
import io.legame.testing.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and call of every module, against every role: a new handler is tested without being named here. */
@LegameTest
class PermissionsTests {
    /** Handlers without a permission: for strangers, or for everybody who is signed in. */
    private static final Set<String> FREE = Set.of(
            "ErrorDispatch#show",
            "HomeController#show",
            "LanguageController#update",
            "ThemeController#update",
            "SignInController#new_",
            "SignInController#create",
            "SignOutController#create",
            "WelcomeController#new_",
            "WelcomeController#create",
            "MeController#edit",
            "MeController#update",
            "MeController#updatePassword",
            "MeApiController#show");

    private static final Pattern AUTHORITY = Pattern.compile("'([a-z]+:[a-z]+)'");

    @Autowired
    private SignedIn signedIn;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Permissions permissions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @BeforeEach
    void beginFromNothing() {
        TestDatabase.clear(database, "access");
        signedIn.account(SignedIn.ADMINISTRATOR, "Ada", "ADMINISTRATOR");
    }

    /** One way to call a handler, and the permissions of which it asks one, or all. */
    private record Door(String name, String method, String path, String content, Set<String> asked, boolean all) {
        boolean api() {
            return path.startsWith("/api/");
        }

        boolean opensFor(Set<String> held) {
            return all ? held.containsAll(asked) : asked.stream().anyMatch(held::contains);
        }
    }

    @Test
    void everyHandlerAsksForADeclaredPermissionOrIsKnownToBeFree() {
        var unknown = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (ours(handler) && !FREE.contains(name(handler))) {
                Set<String> asked = asked(handler);
                if (asked.isEmpty() || !permissions.names().containsAll(asked)) {
                    unknown.add(name(handler) + " asks for " + asked);
                }
            }
        });
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRoleReachesThePagesOfItsPermissionsAndNoOther(Role role) {
        Visitor visitor = signedIn.as(role.name());
        visitor.get("/");
        Set<String> held = permissions.of(Set.of(role));
        for (Door door : doors()) {
            if (door.api()) {
                continue;
            }
            boolean open = door.opensFor(held);
            if (door.method().equals("GET")) {
                int status = visitor.status(visitor.request(door.path()).GET());
                assertThat(status == 403)
                        .as("%s for %s: %d", door, role, status)
                        .isEqualTo(!open);
                assertThat(status).as("%s for %s", door, role).isNotEqualTo(500);
            } else if (!open) {
                // what is open would really be done
                assertThat(visitor.status(write(visitor, door)))
                        .as("%s for %s", door, role)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void aTokenReachesTheCallsOfItsScopesAndNoOther() {
        for (Door door : doors()) {
            if (!door.api()) {
                continue;
            }
            var others = new TreeSet<>(permissions.names());
            others.removeAll(door.asked());
            Visitor without = signedIn.token(others.toArray(String[]::new));
            assertThat(without.status(write(without, door))).as("%s", door).isEqualTo(403);
            if (door.method().equals("GET")) {
                Visitor with = signedIn.token(door.asked().toArray(String[]::new));
                assertThat(with.status(with.request(door.path()).GET()))
                        .as("%s", door)
                        .isNotIn(401, 403, 500);
            }
        }
    }

    @Test
    void aFormWithNothingInItBreaksNothing() {
        Visitor administrator = signedIn.administrator();
        administrator.get("/");
        var paths = new ArrayList<>(List.of("/welcome", "/access/me", "/access/me/password", "/language", "/theme"));
        for (Door door : doors()) {
            // these two would begin something long
            boolean begins = door.path().startsWith("/sample") || door.path().startsWith("/insight");
            if (door.method().equals("POST") && !door.api() && !begins) {
                paths.add(door.path());
            }
        }
        for (String path : paths) {
            var empty = administrator
                    .request(path)
                    .header("X-CSRF-TOKEN", administrator.csrf())
                    .header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                    .POST(BodyPublishers.noBody());
            assertThat(administrator.status(empty)).as(path).isNotEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "[null]",
                "{",
                "\"\u0000\"",
                "{\"source\":\"s\",\"customers\":[null],\"filter\":null,\"name\":null}",
                "{\"source\":null,\"customers\":[{\"email\":\"a@b.it\",\"givenName\":\"\\u0000\",\"identities\":[null]}]}",
                "{\"name\":\"\\u0000\",\"filter\":{\"attribute\":\"town\",\"isOneOf\":[\"\\u0000\"]}}",
                "{\"name\":\"n\",\"filter\":{\"all\":[null]}}",
                "{\"name\":\"n\",\"filter\":{\"attribute\":null}}",
                "[{\"key\":\"k\",\"kind\":\"purchase\",\"occurredAt\":\"2020-01-01T00:00:00Z\",\"lines\":[null]}]",
                "[{\"key\":\"\\u0000\",\"kind\":\"note\",\"customer\":{\"id\":1},\"detail\":{\"a\":null}}]",
                "[{\"key\":\"k\",\"kind\":\"note\",\"customer\":{\"email\":\"a@b.it\"},\"occurredAt\":\"2020-01-01T00:00:00Z\",\"detail\":{\"a\":null,\"b\\u0000\":\"\\u0000\"},\"summary\":\"\\u0000\"}]"
            })
    void aCallWithNothingMeaningfulBreaksNothing(String body) {
        Visitor program = signedIn.token(permissions.names().toArray(String[]::new));
        for (Door door : doors()) {
            if (door.api() && !door.method().equals("GET")) {
                assertThat(program.status(write(program, door, body)))
                        .as("%s with %s", door, body)
                        .isNotEqualTo(500);
            }
        }
    }

    @Test
    void anAdministratorMayEverything() {
        assertThat(permissions.of(Set.of(Role.ADMINISTRATOR))).isEqualTo(permissions.names());
    }

    private static HttpRequest.Builder write(Visitor visitor, Door door) {
        return write(visitor, door, door.content().startsWith("multipart") ? "--x--\r\n" : "{}")
                .header("X-CSRF-TOKEN", visitor.csrf());
    }

    private static HttpRequest.Builder write(Visitor visitor, Door door, String body) {
        return visitor.request(door.path())
                .header("Content-Type", door.content())
                .method(door.method(), BodyPublishers.ofString(body));
    }

    private List<Door> doors() {
        var doors = new ArrayList<Door>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (ours(handler) && !FREE.contains(name(handler))) {
                var methods = mapping.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    for (String path : mapping.getPatternValues()) {
                        // a number that no row has
                        doors.add(new Door(
                                name(handler),
                                method.name(),
                                path.replaceAll("\\{[^}]+}", "999999999"),
                                mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                                        .findFirst()
                                        .orElse(MediaType.APPLICATION_JSON)
                                        .toString()
                                        .replace("multipart/form-data", "multipart/form-data; boundary=x"),
                                asked(handler),
                                rule(handler).contains("') and has")));
                    }
                }
            }
        });
        return doors;
    }

    private static Set<String> asked(HandlerMethod handler) {
        var asked = new TreeSet<String>();
        AUTHORITY.matcher(rule(handler)).results().forEach(match -> asked.add(match.group(1)));
        return asked;
    }

    /** The method's rule, which stands in the place of its class's; empty when there is none. */
    private static String rule(HandlerMethod handler) {
        PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        if (rule == null) {
            rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        }
        return rule == null ? "" : rule.value();
    }

    private static boolean ours(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("io.legame");
    }

    private static String name(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "#" + handler.getMethod().getName();
    }
}
