package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the register of requests holds about one person: it is itself a place of personal data. */
@Component
class RequestsOfPerson implements PersonalDataSource {

    private final SubjectRequests requests;
    private final Organisation organisation;

    RequestsOfPerson(SubjectRequests requests, Organisation organisation) {
        this.requests = requests;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Permintaan subjek data",
                "NIK, nama, alamat jawaban, isi permintaan dan jawabannya",
                "Memenuhi hak subjek data dan membuktikannya",
                "UU 27/2022 Pasal 5 sampai 13 dan Pasal 30 sampai 43",
                80);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return requests.findByNikOrderByReceivedAt(nik.value()).stream()
                .map(SubjectRequest::details)
                .map(this::item)
                .toList();
    }

    private Item item(RequestDetails request) {
        var values = new LinkedHashMap<String, String>();
        values.put("Jenis", request.kind().label());
        values.put("Diterima", Formats.dateTime(request.receivedAt(), organisation.timeZone()));
        values.put("Nama", request.fullName());
        values.put("Jawaban ke", request.contact());
        values.put("Isi permintaan", request.wording());
        values.put("Status", request.status().label());
        if (request.decision() != null && request.answer() != null) {
            values.put("Jawaban", request.decision().label() + ". " + request.answer());
        }
        return new Item("Permintaan " + request.number(), values);
    }
}
