package id.dukcapil.portal.operations;

/**
 * Something about the installation that an administrator should put right.
 *
 * @param urgent data may be lost or work may stop, as against what merely must not stay so
 */
public record Warning(boolean urgent, String sentence) {}
