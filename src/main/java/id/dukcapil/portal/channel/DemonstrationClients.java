package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.Demonstration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The published keys everybody can try the API with. Only what is missing is entered, so a revoked key stays revoked. */
@Component
@Demonstration
@Order(15)
class DemonstrationClients implements SetUpStep {

    private final ApiClientRecords records;

    DemonstrationClients(ApiClientRecords records) {
        this.records = records;
    }

    @Override
    @Transactional
    public void enter() {
        DemonstrationKey.ALL.forEach(this::enter);
    }

    private void enter(DemonstrationKey key) {
        if (!records.exists(key.client())) {
            ApiClient client = records.enterClient(key.client(), key.scopes(), key.requestsPerMinute());
            records.enterKey(client.id(), new ApiKey(key.text()), null, Actor.PORTAL.name());
        }
    }
}
