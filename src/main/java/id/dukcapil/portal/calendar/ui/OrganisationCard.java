package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The organisation as it stands on its letterhead, and who heads it today. */
class OrganisationCard extends Section {

    OrganisationCard(Organisation organisation, LocalDate today) {
        addClassNames("card", "pad", "stack");
        var facts = new Div(office(organisation));
        facts.addClassName("organisation");
        add(facts);
        organisation.headOn(today).ifPresentOrElse(head -> showHead(facts, head), () -> missingHead(facts));
    }

    private static KeyValueList office(Organisation organisation) {
        String address = Stream.of(organisation.address(), organisation.postalCode())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return new KeyValueList()
                .with("Instansi", organisation.name())
                .with("Pemerintah daerah", organisation.government())
                .with("Alamat", address)
                .with("Telepon", orNone(organisation.phone()))
                .with("Laman", orNone(organisation.website()))
                .with("E-mail", orNone(organisation.email()));
    }

    private void showHead(Div facts, Organisation.Head head) {
        Parsed<Nip> nip = Nip.parse(head.nip());
        facts.add(new KeyValueList()
                .with("Kepala Dinas", head.name())
                .with("NIP", nip.value().map(Nip::grouped).orElse(head.nip()))
                .with("Pangkat", orNone(head.rank()))
                .with("Menjabat sejak", Formats.date(head.since())));
        if (!nip.findings().isEmpty()) {
            add(new Callout(
                    "Periksa",
                    nip.errors().isEmpty() ? Tone.WARN : Tone.LATE,
                    nip.findings().stream().map(Finding::message).toList()));
        }
    }

    private void missingHead(Div facts) {
        facts.add(new KeyValueList().with("Kepala Dinas", ""));
        add(new Callout(
                "Periksa", Tone.WARN, "Tidak ada Kepala Dinas yang tercatat menjabat hari ini. Lengkapi konfigurasi."));
    }

    private static String orNone(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
