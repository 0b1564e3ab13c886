package io.legame.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** How pages are found, drawn, spoken and cached. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** The time, as everything in Legame asks for it; a test puts its own clock here. */
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageResolver();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new AssetResolver());
    }

    /** Our view handler must come before Spring's own, which would take any object for JSON or a model. */
    @Bean
    static ViewHandlerFirst viewHandlerFirst(RequestMappingHandlerAdapter adapter, ViewRenderer renderer) {
        var handlers = new ArrayList<>(java.util.Objects.requireNonNull(adapter.getReturnValueHandlers()));
        handlers.addFirst(renderer);
        adapter.setReturnValueHandlers(handlers);
        return new ViewHandlerFirst();
    }

    record ViewHandlerFirst() {}

    /** An empty form field means "nothing", not an empty text, and blanks around a value are never meant. */
    @ControllerAdvice
    static class FormFields {
        @InitBinder
        void trim(WebDataBinder binder) {
            binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
        }
    }

    private static final class AssetResolver implements ResourceResolver {
        @Override
        public @org.jspecify.annotations.Nullable Resource resolveResource(
                jakarta.servlet.http.@org.jspecify.annotations.Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            Resource resource = path.contains("..") ? null : Assets.resource(path);
            return resource != null && resource.exists() && resource.isReadable() ? resource : null;
        }

        @Override
        public @org.jspecify.annotations.Nullable String resolveUrlPath(
                String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return path;
        }
    }
}
