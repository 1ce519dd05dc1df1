package id.dukcapil.portal.shell;

import id.dukcapil.portal.staff.Demonstration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** The accounts that the login page of the demonstration set-up offers; elsewhere this bean does not exist. */
@ConfigurationProperties("portal")
record DemonstrationAccounts(@DefaultValue List<Account> accounts) {

    record Account(String username, String password, String fullName, String role) {}

    @Demonstration
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DemonstrationAccounts.class)
    static class Setup {}
}
