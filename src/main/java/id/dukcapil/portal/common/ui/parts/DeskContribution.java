package id.dukcapil.portal.common.ui.parts;

/**
 * What a room puts on the desk of the person who is signed in; every bean of this type is asked whenever the home page is
 * opened, in the order of its {@code @Order}. It adds nothing for people who have no business there, and is quick: the
 * page waits.
 */
@FunctionalInterface
public interface DeskContribution {

    void fill(Desk desk);
}
