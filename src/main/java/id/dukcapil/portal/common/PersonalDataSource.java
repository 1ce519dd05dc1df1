package id.dukcapil.portal.common;

import java.util.List;
import java.util.Map;

/**
 * A place of the portal that holds data about residents. Together these beans answer what is held about one person (UU
 * 27/2022 art. 32) and what is stored where and why (art. 31).
 */
public interface PersonalDataSource {

    Holding describe();

    /** Everything held about that person, in clear; callers guard it and leave a trace. */
    List<Item> about(Nik nik);

    /**
     * What is stored here.
     *
     * @param place "Pemesanan antrean cetak"
     * @param kinds the kinds of data: "Nama, NIK, e-mail, telepon"
     * @param purpose why it is held
     * @param basis the legal ground
     * @param order where it stands in the list
     */
    record Holding(String place, String kinds, String purpose, String basis, int order) {}

    /** One record about the person; the values in the order in which they are to be read. */
    record Item(String title, Map<String, String> values) {}
}
