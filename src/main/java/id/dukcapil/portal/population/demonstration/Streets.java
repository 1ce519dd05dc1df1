package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.Region;
import java.util.List;

/** Invents addresses in real villages. */
final class Streets {

    private static final List<String> HAMLETS = List.of(
            "BABAKAN SARI",
            "BOJONG KONENG",
            "CIBEUREUM HILIR",
            "CIKADU",
            "CILAMPENI",
            "CIPANAS",
            "CISAAT",
            "GUNUNG LEUTIK",
            "KARANG TENGAH",
            "LEMBUR TEGAL",
            "NEGLASARI",
            "PASIR HUNI",
            "PASIR MUNCANG",
            "RANCA BUNGUR",
            "SINDANG SARI",
            "SUKA MAJU",
            "TANJUNG SARI",
            "TEGAL LAJA");
    private static final List<String> ROADS = List.of(
            "ANGGREK",
            "CEMPAKA",
            "DAHLIA",
            "FLAMBOYAN",
            "KENANGA",
            "MELATI",
            "MERPATI",
            "PAHLAWAN",
            "PASAR LAMA",
            "SAWAH");
    private static final List<String> ESTATES =
            List.of("BUMI ASRI", "GRIYA PERMAI", "GRAHA INDAH", "PURI LESTARI", "TAMAN SENTOSA");

    private final Dice dice;

    Streets(Dice dice) {
        this.dice = dice;
    }

    Address in(Region village) {
        String rt = "00" + dice.between(1, 9);
        String rw = Integer.toString(1_000 + dice.between(1, 18)).substring(1);
        return new Address(street(), rt, rw, village.code());
    }

    private String street() {
        return switch (dice.weighted(1, 6, 2, 2, 3, 2)) {
            case 1 -> "KP. " + dice.pick(HAMLETS);
            case 2 -> "JL. %s NO. %d".formatted(dice.pick(ROADS), dice.between(1, 180));
            default ->
                "KOMP. %s BLOK %c NO. %d"
                        .formatted(dice.pick(ESTATES), (char) dice.between('A', 'H'), dice.between(1, 40));
        };
    }
}
