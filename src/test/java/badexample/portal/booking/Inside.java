package badexample.portal.booking;

/** Used by nothing outside its module, and yet at the root of it. */
final class Inside {}
