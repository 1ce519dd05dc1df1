package id.dukcapil.portal.booking;

/**
 * What an office has before it.
 *
 * @param seatsToday that the public can still book for today
 * @param seatsAhead the same for today and every later day that can be booked
 * @param expected people with a booking for today who have not come yet
 * @param arrived people who have come today; none of the day before, be it closed already or not
 */
record OfficeQueue(int seatsToday, int seatsAhead, int expected, int arrived) {}
