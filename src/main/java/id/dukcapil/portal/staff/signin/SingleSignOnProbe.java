package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.OutsideSystem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says on the system page whether the provider is there. */
@Component
class SingleSignOnProbe implements OutsideSystem {

    private final ObjectProvider<ProviderRegistration> provider;

    SingleSignOnProbe(ObjectProvider<ProviderRegistration> provider) {
        this.provider = provider;
    }

    @Override
    public String name() {
        return "Layanan masuk tunggal (OIDC)";
    }

    @Override
    public Answer probe() {
        ProviderRegistration configured = provider.getIfAvailable();
        if (configured == null) {
            return new Answer(State.NOT_CONFIGURED, "Belum dikonfigurasi; pegawai masuk dengan kata sandi.");
        }
        try {
            configured.discover();
            return new Answer(State.ANSWERS, "Dokumen penemuan OpenID dapat dibaca.");
        } catch (RuntimeException silent) {
            return new Answer(
                    State.SILENT, "Dokumen penemuan OpenID tidak dapat dibaca; masuk dengan kata sandi tetap bisa.");
        }
    }
}
