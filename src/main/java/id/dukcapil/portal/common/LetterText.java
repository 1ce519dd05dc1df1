package id.dukcapil.portal.common;

/**
 * Shows a letter before it is promised. The module that sends mail implements it; whoever plans letters asks for it without
 * knowing that module.
 */
@FunctionalInterface
public interface LetterText {

    /** The subject and the text of the letter; what is secret in it is covered. */
    String of(MailRequested mail);
}
