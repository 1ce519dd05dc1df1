package id.dukcapil.portal.staff.signin;

/** How an open session stands, by the time that has passed since its owner did something. */
enum Standing {
    /** Somebody is there. */
    OPEN,
    /** Nobody was there for a while: it goes on after the password. */
    LOCKED,
    /** Nobody came back. */
    OVER
}
