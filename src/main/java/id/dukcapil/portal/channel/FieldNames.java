package id.dukcapil.portal.channel;

import java.util.Map;

/** Names of API fields in the office's words, for sentences about them. */
final class FieldNames {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("nik", "NIK"),
            Map.entry("applicantNik", "NIK pemohon"),
            Map.entry("familyCardNumber", "Nomor KK"),
            Map.entry("fullName", "Nama lengkap"),
            Map.entry("email", "Alamat e-mail"),
            Map.entry("phone", "Nomor telepon"),
            Map.entry("office", "Kode kantor"),
            Map.entry("date", "Tanggal"),
            Map.entry("from", "Tanggal awal"),
            Map.entry("to", "Tanggal akhir"),
            Map.entry("type", "Jenis permohonan"),
            Map.entry("reasonCode", "Kode alasan"),
            Map.entry("note", "Catatan"),
            Map.entry("file", "Berkas"),
            Map.entry("kind", "Jenis berkas"),
            Map.entry("qr", "Kode QR"),
            Map.entry("pin", "PIN"),
            Map.entry("kiosk", "Kode anjungan"),
            Map.entry("outcome", "Hasil"),
            Map.entry("detail", "Keterangan"),
            Map.entry("score", "Nilai kecocokan"),
            Map.entry("activationCode", "Kode aktivasi"),
            Map.entry("recordingStatus", "Status perekaman"),
            Map.entry("minAge", "Usia minimum"),
            Map.entry("limit", "Jumlah baris"));

    private FieldNames() {}

    static String label(String field) {
        return LABELS.getOrDefault(field, "Isian " + field);
    }
}
