package id.dukcapil.portal.channel;

import id.dukcapil.portal.staff.Demonstration;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published keys everybody can try the API with. Only what is missing is entered, so a revoked key stays revoked. */
@Component
@Demonstration
@Order(15)
class DemonstrationClients implements ApplicationRunner {

    private final ApiClientRecords records;

    DemonstrationClients(ApiClientRecords records) {
        this.records = records;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        enter("Aplikasi BDS (demonstrasi)", "demo-bds", 12_000, Set.of(ApiScope.BOOKING));
        enter("Kanal IKD (demonstrasi)", "demo-ikd", 3_000, Set.of(ApiScope.SUBMISSION, ApiScope.ACTIVATION));
        enter("Anjungan ADM (demonstrasi)", "demo-adm", 600, Set.of(ApiScope.ADM));
    }

    private void enter(String name, String key, int requestsPerMinute, Set<ApiScope> scopes) {
        if (!records.exists(name)) {
            ApiClient client = records.enterClient(name, scopes, requestsPerMinute);
            records.enterKey(client.id(), new ApiKey(key), null);
        }
    }
}
