package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Invents families of one regency, always the same ones: no real person, but plausible ages, relationships, addresses
 * in real villages and formally right numbers. Ages are those on {@link #TODAY}.
 */
final class InventedFamilies {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final long SEED = 3204_2026L;

    private final Dice dice = new Dice(SEED);
    private final Numbers numbers = new Numbers();
    private final Streets streets = new Streets(dice);
    private final Circumstances circumstances = new Circumstances(dice);
    private final InventedPeople people;
    private final List<Region> villages;
    private int made;

    /** @param villages the villages people live in, evenly */
    InventedFamilies(Origins origins, List<Region> villages) {
        this.people = new InventedPeople(dice, numbers, circumstances, origins, TODAY);
        this.villages = dice.shuffled(villages);
    }

    /** Families with together exactly that many members. */
    List<Family> withTogether(int members) {
        var families = new ArrayList<Family>();
        int room = members;
        while (room > 0) {
            Family family = next(room);
            families.add(family);
            room -= family.members().size();
        }
        return families;
    }

    private Family next(int room) {
        Region village = villages.get(made++ % villages.size());
        LocalDate registered = TODAY.minusDays(dice.between(1, 15 * 365));
        FamilyCardNumber number = numbers.familyCard(village.code().substring(0, 6), registered);
        var household = new Household(number, streets.in(village), circumstances.religion(), room, people, dice);
        switch (room == 1 ? 9 : dice.weighted(1, 74, 2, 12, 3, 6, 9, 8)) {
            case 1 -> household.couple(headAge());
            case 2 -> household.motherAlone(dice.between(29, 62));
            case 3 -> household.widowed(dice.between(60, 84));
            default -> household.single(dice.between(19, 38));
        }
        return household.family();
    }

    private int headAge() {
        int decadeHalf =
                dice.weighted(20, 3, 25, 10, 30, 14, 35, 16, 40, 15, 45, 12, 50, 10, 55, 8, 60, 6, 65, 4, 70, 3);
        return decadeHalf + dice.between(0, 4);
    }
}
