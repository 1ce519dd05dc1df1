package id.dukcapil.portal.counter.hall;

import id.dukcapil.portal.counter.ServiceCode;
import java.util.List;

/**
 * A service as one office offers it.
 *
 * @param letter of its number series, unique in the office
 * @param description one line for the kiosk
 * @param offered whether numbers are given out for it
 * @param atKiosk whether people choose it themselves
 */
public record HallService(
        ServiceCode code, String letter, String label, String description, boolean offered, boolean atKiosk) {

    /** What an office offers until it decides otherwise. */
    static final List<HallService> USUAL = List.of(
            new HallService(ServiceCode.REGISTRASI, "R", "Perekaman KTP-el", "Foto, iris, dan sidik jari.", true, true),
            new HallService(ServiceCode.CETAK_KTP, "C", "Cetak KTP-el", "Baru, hilang, rusak, ganti data.", true, true),
            new HallService(ServiceCode.KK, "K", "Kartu Keluarga", "Baru, pisah, ubah data.", true, true),
            new HallService(
                    ServiceCode.AKTIVASI_IKD, "D", "Aktivasi IKD", "KTP digital di ponsel sendiri.", true, true),
            new HallService(
                    ServiceCode.PENGAMBILAN, "A", "Pengambilan", "Kartu atau dokumen yang sudah jadi.", true, true),
            new HallService(ServiceCode.INFORMASI, "N", "Informasi", "Belum tahu perlu mengurus apa.", true, true),
            new HallService(
                    ServiceCode.PEREKAMAN, "P", "Ruang perekaman", "Setelah registrasi, di alat rekam.", true, false));
}
