package id.dukcapil.portal;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.web.bind.annotation.RestController;

/**
 * The scenarios of all modules, each made when a test first asks for it. A test that imported its own would have a portal
 * started for itself.
 */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @Filter(TestComponent.class),
        // A measurement may compare with a controller of its own, which is no part of the portal under test
        excludeFilters = @Filter(RestController.class),
        lazyInit = true)
class Scenarios {}
