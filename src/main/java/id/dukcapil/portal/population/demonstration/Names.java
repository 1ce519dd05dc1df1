package id.dukcapil.portal.population.demonstration;

import java.util.List;
import java.util.Locale;

/** Invented names as they are common in Priangan: first names by generation, most people without a family name. */
final class Names {

    private static final int YOUNG_SINCE = 1995;

    private static final List<String> OLDER_MEN = list(
            "Aang,Aceng,Ade,Adang,Agus,Ahmad,Aip,Ajat,Amin,Apud,Asep,Ayi,Bambang,Budi,Cahya,Cecep,Cucu,Dadan,Dadang,"
                    + "Dayat,Dede,Deden,Dedi,Didin,Djadja,Dodi,Eman,Encang,Encep,Endang,Engkos,Entis,Eko,Heri,Iman,Iyan,Jajang,"
                    + "Jaja,Juhana,Kosasih,Kusnadi,Maman,Mamat,Nanang,Nandang,Odang,Oman,Opik,Rahmat,Rohman,Rukman,Sarip,"
                    + "Slamet,Suherman,Tatang,Tedi,Toto,Uce,Ujang,Undang,Usep,Wawan,Yana,Yanto,Yaya,Yayat,Yusuf,Zaenal");
    private static final List<String> YOUNGER_MEN = list(
            "Adit,Aditya,Ahmad,Akbar,Aldi,Alif,Andika,Arif,Arya,Azka,Bagas,Bayu,Bintang,Dani,Daffa,Dimas,Egi,Fadhil,"
                    + "Fahri,Fajar,Faisal,Farhan,Fikri,Galih,Gilang,Hafiz,Haikal,Ikhsan,Ilham,Indra,Irfan,Kevin,Luthfi,Muhammad,Naufal,"
                    + "Rafi,Raihan,Rangga,Raka,Rendi,Reza,Rian,Ridho,Rifki,Rizal,Rizki,Satria,Taufik,Wildan,Yoga,Yusril,Zaki,Zidan");
    private static final List<String> OLDER_WOMEN = list(
            "Aah,Ai,Aisah,Anah,Ani,Atikah,Cicih,Cucu,Dedeh,Dewi,Eem,Elis,Empat,Eneng,Enok,Entin,Enung,Eros,Esih,Eti,Euis,"
                    + "Eutik,Fatimah,Halimah,Ida,Iin,Ika,Imas,Iis,Isah,Juju,Kokom,Lilis,Lina,Maryati,Mimin,Mumun,Nani,Neneng,Neni,"
                    + "Nia,Nining,Nunung,Nur,Oneng,Popon,Ratna,Rina,Rohaeti,Rokayah,Rosmiati,Santi,Siti,Sri,Sumiati,Tati,Teti,"
                    + "Tini,Titin,Tuti,Wati,Wiwin,Yani,Yati,Yayah,Yeni,Yoyoh,Yuyun");
    private static final List<String> YOUNGER_WOMEN = list(
            "Aisyah,Alya,Amelia,Anggun,Anisa,Aulia,Ayu,Bunga,Cantika,Citra,Desi,Dinda,Dini,Elsa,Fitri,Ghina,Gita,Hana,"
                    + "Hasna,Indah,Intan,Jihan,Kayla,Keisya,Laras,Lestari,Maya,Melati,Mutiara,Nabila,Nadia,Nadira,Naila,Nisa,Novi,Nurul,"
                    + "Putri,Rahma,Rani,Ratu,Resti,Rima,Risma,Salma,Salsabila,Sarah,Selvi,Shifa,Silvia,Siti,Syifa,Tiara,Ulfah,Wulan,"
                    + "Yulia,Zahra,Zahwa");
    private static final List<String> SECOND_OF_MEN = list(
            "Abdurahman,Ardiansyah,Budiman,Darmawan,Fauzi,Firmansyah,Gumilar,Gunawan,Hakim,Halim,Herdiana,Hermana,"
                    + "Hermawan,Hidayat,Iskandar,Jaelani,Juanda,Kurnia,Kurniawan,Kusuma,Mahendra,Maulana,Mulyadi,Mulyana,Nugraha,"
                    + "Nurdin,Nurhidayat,Permana,Prasetya,Pratama,Purnama,Rahadian,Ramadhan,Ramdani,Rohendi,Rosadi,Rukmana,Rusmana,"
                    + "Sadikin,Saepudin,Santosa,Saputra,Setiawan,Sobandi,Solihin,Sopandi,Sudrajat,Sugandi,Suhendar,Sukmana,Sumarna,"
                    + "Sunarya,Suparman,Surahman,Suryadi,Suryana,Sutisna,Wahyudi,Wibawa,Wiguna,Wijaya,Wiharja,Yulianto,Yusup");
    private static final List<String> SECOND_OF_WOMEN = list(
            "Agustina,Amalia,Anggraeni,Apriliani,Aprilia,Damayanti,Fatonah,Fauziah,Febrianti,Hadiati,Handayani,Haryati,"
                    + "Hasanah,Herawati,Hernawati,Hidayati,Indriani,Juariah,Juliani,Komalasari,Kurniasih,Kusmiati,Kusumawati,Lestari,"
                    + "Marlina,Maryam,Maulida,Mulyani,Nuraeni,Nurhasanah,Nurhayati,Nurjanah,Nurlaela,Oktaviani,Permatasari,Puspita,"
                    + "Puspitasari,Rahayu,Rahmawati,Ramadhani,Ratnasari,Rohayati,Rohimah,Rosita,Rostika,Rukmini,Safitri,Sari,Septiani,"
                    + "Setiawati,Sopiah,Suhartini,Sukaesih,Sulastri,Sumarni,Suryani,Susanti,Susilawati,Utami,Wahyuni,Widaningsih,"
                    + "Wulandari,Yuliani,Yulianti,Yuningsih");
    private static final List<String> THIRD =
            list("Al Farizi,Aditama,Azzahra,Cahyani,Khairunnisa,Nur Fadilah,Nur Rohman");

    private final Dice dice;

    Names(Dice dice) {
        this.dice = dice;
    }

    private static List<String> list(String names) {
        return List.of(names.toUpperCase(Locale.ROOT).split(","));
    }

    /** A name fit for the sex and the year of birth; some older people have one word only. */
    String of(boolean female, int birthYear) {
        boolean young = birthYear >= YOUNG_SINCE;
        String first = dice.pick(female ? young ? YOUNGER_WOMEN : OLDER_WOMEN : young ? YOUNGER_MEN : OLDER_MEN);
        if (!young && dice.chance(0.08)) {
            return first;
        }
        String second = dice.pick(female ? SECOND_OF_WOMEN : SECOND_OF_MEN);
        if (!young || !dice.chance(0.3)) {
            return first + " " + second;
        }
        return female
                ? first + " " + second + " " + dice.pick(THIRD.subList(2, 6))
                : first + " " + dice.pick(YOUNGER_MEN) + " " + second;
    }
}
