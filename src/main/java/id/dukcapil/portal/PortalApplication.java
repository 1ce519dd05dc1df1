package id.dukcapil.portal;

import id.dukcapil.portal.audit.VerifyAuditCommand;
import id.dukcapil.portal.platform.Maintenance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The portal of one civil-registry office (Disdukcapil): one process, one room ("module") per piece of the office's work. */
@SpringBootApplication
@Modulithic(systemName = "Portal Dukcapil", sharedModules = "common")
public class PortalApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyAuditCommand.NAME)) {
            System.exit(VerifyAuditCommand.run(args));
        }
        if (Maintenance.isMeantBy(args)) {
            System.exit(Maintenance.run(args));
        }
        SpringApplication.run(PortalApplication.class, args);
    }
}
