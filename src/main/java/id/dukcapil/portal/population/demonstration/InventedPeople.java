package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.MaritalStatus;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Person.Parent;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Relationship;
import id.dukcapil.portal.population.Standing;
import java.time.LocalDate;

/** Invents one person at a time, given who they are in their household. */
final class InventedPeople {

    private static final int INDONESIAN = 1;
    private static final int GROWN_UP = 30;
    private static final int OLD = 70;

    /** So many people of the register to one who moved away. */
    private static final int ONE_IN = 97;

    private final Dice dice;
    private final Names names;
    private final Numbers numbers;
    private final Circumstances circumstances;
    private final CardHistory cards;
    private final Origins origins;
    private final LocalDate today;
    private long lastId;

    InventedPeople(Dice dice, Numbers numbers, Circumstances circumstances, Origins origins, LocalDate today) {
        this.dice = dice;
        this.names = new Names(dice);
        this.numbers = numbers;
        this.circumstances = circumstances;
        this.cards = new CardHistory(dice, today);
        this.origins = origins;
        this.today = today;
    }

    /** What the household shares. */
    record Home(FamilyCardNumber number, Address address, int religion) {}

    Person person(
            Home home,
            Relationship relationship,
            boolean female,
            int age,
            MaritalStatus maritalStatus,
            Parent father,
            Parent mother) {
        LocalDate born = today.minusYears(age).minusDays(dice.between(0, 364));
        Origins.Origin origin = origin(home.address(), age);
        RecordingStatus status = cards.statusAt(age);
        return new Person(
                new PersonId(++lastId),
                numbers.nik(origin.districtCode(), born, female),
                names.of(female, born.getYear()),
                home.number(),
                relationship,
                female,
                origin.place(),
                born,
                maritalStatus,
                INDONESIAN,
                home.religion(),
                circumstances.bloodType(),
                circumstances.education(age),
                circumstances.occupation(age, female, maritalStatus.everMarried()),
                father,
                mother,
                home.address(),
                status,
                cards.since(status, born),
                standing(status, age));
    }

    /** A few of those who hold a card have died or moved away; the dice of everything else are not touched. */
    private Standing standing(RecordingStatus status, int age) {
        if (status != RecordingStatus.CARD_ISSUED) {
            return Standing.RESIDENT;
        }
        return age >= OLD && lastId % ONE_IN == 0
                ? Standing.DECEASED
                : lastId % ONE_IN == 1 ? Standing.MOVED_AWAY : Standing.RESIDENT;
    }

    /** A parent who is not in the register, so only the name is known. */
    Parent parentInName(boolean female, int ageOfChild) {
        return new Parent(names.of(female, today.getYear() - ageOfChild - 28), null);
    }

    private Origins.Origin origin(Address home, int age) {
        if (age >= GROWN_UP && dice.chance(0.16)) {
            return origins.ceased().isEmpty() || dice.chance(0.8)
                    ? dice.pick(origins.elsewhere())
                    : new Origins.Origin(dice.pick(origins.ceased()), origins.place());
        }
        boolean neverMoved = dice.chance(age >= GROWN_UP ? 0.7 : 0.9);
        return new Origins.Origin(neverMoved ? home.districtCode() : dice.pick(origins.here()), origins.place());
    }
}
