package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.MaritalStatus;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Person.Parent;
import id.dukcapil.portal.population.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One household while it is being invented. Call one of the verbs, then {@link #family()}. */
final class Household {

    private static final int YOUNGEST_WIFE = 18;
    private static final int LAST_BIRTH_AT = 43;
    private static final int OLDEST = 97;

    private final InventedPeople.Home home;
    private final int room;
    private final InventedPeople people;
    private final Dice dice;
    private final List<Person> members = new ArrayList<>();

    Household(FamilyCardNumber number, Address address, int religion, int room, InventedPeople people, Dice dice) {
        this.home = new InventedPeople.Home(number, address, religion);
        this.room = room;
        this.people = people;
        this.dice = dice;
    }

    Family family() {
        return new Family(home.number(), home.address(), members);
    }

    void couple(int headAge) {
        int wifeAge = Math.max(headAge - dice.between(-2, 8), YOUNGEST_WIFE);
        MaritalStatus status = dice.chance(0.93) ? MaritalStatus.MARRIED : MaritalStatus.MARRIED_UNREGISTERED;
        Person hisMother = room > 2 && dice.chance(0.06) ? grandmother(Relationship.PARENT, headAge) : null;
        Person herMother = hisMother == null && room > 2 && dice.chance(0.05)
                ? grandmother(Relationship.PARENT_IN_LAW, wifeAge)
                : null;
        Person husband = join(Relationship.HEAD, false, headAge, status, hisMother);
        Person wife = join(Relationship.WIFE, true, wifeAge, status, herMother);
        Stream.of(hisMother, herMother).filter(Objects::nonNull).forEach(members::add);
        for (int age : childAges(wifeAge)) {
            if (age >= 22 && dice.chance(0.25)) {
                youngCouple(age, parent(husband), parent(wife));
            } else {
                child(age, parent(husband), parent(wife));
            }
        }
    }

    void motherAlone(int age) {
        Person mother = join(
                Relationship.HEAD, true, age, dice.pick(List.of(MaritalStatus.DIVORCED, MaritalStatus.WIDOWED)), null);
        Parent father = people.parentInName(false, Math.max(age - 28, 0));
        for (int childAge : childAges(age)) {
            child(childAge, father, parent(mother));
        }
    }

    void widowed(int age) {
        join(Relationship.HEAD, dice.chance(0.7), age, MaritalStatus.WIDOWED, null);
    }

    void single(int age) {
        join(Relationship.HEAD, dice.chance(0.4), age, MaritalStatus.SINGLE, null);
    }

    /** The ages of the children who still live at home, eldest first. */
    private List<Integer> childAges(int motherAge) {
        int wanted = motherAge < 35
                ? dice.weighted(0, 14, 1, 36, 2, 40, 3, 10)
                : dice.weighted(0, 5, 1, 18, 2, 38, 3, 26, 4, 10, 5, 3);
        var ages = new ArrayList<Integer>();
        int birthAt = dice.between(20, 27);
        for (int born = 0; born < wanted && birthAt <= LAST_BIRTH_AT && birthAt <= motherAge; born++) {
            int age = motherAge - birthAt;
            if (dice.chance(age < 19 ? 1 : age < 25 ? 0.75 : age < 30 ? 0.4 : 0.15)) {
                ages.add(age);
            }
            birthAt += dice.between(2, 6);
        }
        return ages;
    }

    private void child(int age, Parent father, Parent mother) {
        if (full()) {
            return;
        }
        MaritalStatus status = age >= 25 && dice.chance(0.1) ? MaritalStatus.DIVORCED : MaritalStatus.SINGLE;
        members.add(people.person(home, Relationship.CHILD, dice.chance(0.487), age, status, father, mother));
    }

    /** A grown child who stayed at home after the wedding, with spouse and perhaps a first child. */
    private void youngCouple(int age, Parent father, Parent mother) {
        if (members.size() + 2 > room) {
            return;
        }
        boolean daughter = dice.chance(0.5);
        Person child = people.person(home, Relationship.CHILD, daughter, age, MaritalStatus.MARRIED, father, mother);
        members.add(child);
        Person spouse = join(Relationship.CHILD_IN_LAW, !daughter, age, MaritalStatus.MARRIED, null);
        int eldestPossible = age - 21;
        if (!full()) {
            Parent youngFather = parent(daughter ? spouse : child);
            Parent youngMother = parent(daughter ? child : spouse);
            int grandchildAge = dice.between(0, Math.min(eldestPossible, 9));
            members.add(people.person(
                    home,
                    Relationship.GRANDCHILD,
                    dice.chance(0.5),
                    grandchildAge,
                    MaritalStatus.SINGLE,
                    youngFather,
                    youngMother));
        }
    }

    private @Nullable Person grandmother(Relationship relationship, int childAge) {
        int age = childAge + dice.between(19, 30);
        return age <= OLDEST ? someone(relationship, true, age, MaritalStatus.WIDOWED, null) : null;
    }

    private Person join(
            Relationship relationship, boolean female, int age, MaritalStatus status, @Nullable Person mother) {
        Person person = someone(relationship, female, age, status, mother);
        members.add(person);
        return person;
    }

    /** Somebody whose father, and unless given mother, is known by name only. */
    private Person someone(
            Relationship relationship, boolean female, int age, MaritalStatus status, @Nullable Person mother) {
        return people.person(
                home,
                relationship,
                female,
                age,
                status,
                people.parentInName(false, age),
                mother == null ? people.parentInName(true, age) : parent(mother));
    }

    private boolean full() {
        return members.size() >= room;
    }

    private static Parent parent(Person person) {
        return new Parent(person.fullName(), person.nik());
    }
}
