package io.legame.access;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The head of {@code /api/openapi.json}; its paths come from the controllers. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SCHEME = "token";

    /** The description is seldom asked for: what writes it is made when it is. */
    @Bean
    static BeanFactoryPostProcessor describedWhenAsked() {
        return beans -> {
            for (String name : beans.getBeanDefinitionNames()) {
                BeanDefinition definition = beans.getBeanDefinition(name);
                String origin = Objects.toString(definition.getFactoryBeanName(), "")
                        + Objects.toString(definition.getBeanClassName(), "");
                if (origin.contains("org.springdoc")) {
                    definition.setLazyInit(true);
                }
            }
        };
    }

    @Bean
    @Lazy
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
