package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which papers a person handed in, for that person to read (UU 27/2022 art. 32); copies are made by the office. */
@Component
class AttachmentsOfPerson implements PersonalDataSource {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final RowMapper<Item> item = (row, number) -> item(row);

    AttachmentsOfPerson(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Lampiran permohonan Kartu Keluarga",
                "Salinan akta, surat keterangan, KK lama, dan dokumen lain yang dilampirkan pemohon",
                "Membuktikan alasan permohonan (formulir F-1.02)",
                "UU 27/2022 Pasal 20 ayat (2) huruf c; Perpres 96/2018 Pasal 11 sampai 13",
                31);
    }

    @Override
    public List<Item> about(Nik nik) {
        return jdbc.sql("""
                        SELECT r.number, a.kind, a.label, a.file_kind, a.size, a.added_by_name, a.added_at
                        FROM submission_attachment a JOIN submission_request r ON r.id = a.submission_id
                        WHERE r.applicant_nik = ? ORDER BY a.added_at, a.id""").param(nik.value()).query(item).list();
    }

    private Item item(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        values.put("Permohonan", row.getString("number"));
        values.put("Jenis", AttachmentKind.valueOf(row.getString("kind")).label());
        values.put("Nama berkas", row.getString("label"));
        values.put("Bentuk", "%s, %d byte".formatted(row.getString("file_kind"), row.getInt("size")));
        values.put("Ditambahkan oleh", row.getString("added_by_name"));
        values.put("Ditambahkan pada", Formats.dateTime(UtcDateTime.read(row, "added_at"), organisation.timeZone()));
        return new Item("Lampiran " + row.getString("number"), values);
    }
}
