package id.dukcapil.portal.calendar;

/** Offices keep shorter hours in the fasting month. */
enum Period {
    NORMAL,
    RAMADAN
}
