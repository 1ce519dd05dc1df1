package id.dukcapil.portal.common.ui;

import java.util.List;

/**
 * What a room puts on the desk of the person who is signed in; every bean of this type is asked whenever the home
 * page is opened. Return nothing for people who have no business there, and be quick: the page waits.
 */
public interface DeskContribution {

    List<DeskCard> cards();
}
