package io.legame.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of {@code /api/openapi.json}; its paths come from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SCHEME = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Legame")
                        .version("v1")
                        .description("""
                                Customers, what happened to them, and the segments they belong to.

                                Every call carries an API token: `Authorization: Bearer lgm_…`. An administrator makes \
                                tokens under *API tokens* and chooses their scopes. Errors are problem details \
                                (RFC 9457) with a `code` that stays the same in every language and a `detail` in the \
                                language of `Accept-Language` (English or Italian).""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token, such as lgm_…")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
