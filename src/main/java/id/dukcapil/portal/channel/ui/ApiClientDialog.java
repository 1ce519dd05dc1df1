package id.dukcapil.portal.channel.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.channel.ApiClientRow;
import id.dukcapil.portal.channel.ApiClients;
import id.dukcapil.portal.channel.ApiScope;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets an outside system in, or changes what it may use and how much. */
class ApiClientDialog extends FormDialog {

    private static final int USUAL_RATE = 600;

    private final transient ApiClients clients;
    private final transient @Nullable ApiClientRow client;
    private final transient Consumer<UUID> added;
    private final TextField name = Indonesian.textField("Nama sistem");
    private final CheckboxGroup<ApiScope> scopes = new CheckboxGroup<>("Boleh memakai");
    private final IntegerField rate = Indonesian.integerField("Batas permintaan per menit");

    /** @param client the client to change; none for a new one */
    ApiClientDialog(ApiClients clients, @Nullable ApiClientRow client, Consumer<UUID> added, Runnable changed) {
        super(client == null ? "Tambah klien API" : "Ubah " + client.name(), "Simpan", changed);
        this.clients = clients;
        this.client = client;
        this.added = added;
        name.setHelperText("Misalnya: Aplikasi BDS, server produksi");
        scopes.setItems(ApiScope.values());
        scopes.setItemLabelGenerator(ApiScope::label);
        rate.setValue(client == null ? USUAL_RATE : client.requestsPerMinute());
        rate.setStepButtonsVisible(false);
        if (client != null) {
            name.setValue(client.name());
            scopes.setValue(client.scopes());
        }
        addFields(name, scopes, rate);
        findings().at("name", name).at("scopes", scopes).at("requestsPerMinute", rate);
    }

    @Override
    protected String act() {
        int limit = Objects.requireNonNullElse(rate.getValue(), 0);
        if (client == null) {
            UUID id =
                    clients.register(name.getValue(), scopes.getValue(), limit).id();
            added.accept(id);
            return "Klien %s ditambahkan. Terbitkan kuncinya agar dapat dipakai.".formatted(name.getValue());
        }
        clients.change(client, name.getValue(), scopes.getValue(), limit);
        return "Klien %s disimpan.".formatted(name.getValue());
    }
}
