package id.dukcapil.portal.recording.process;

/** What became of the wish to have a person recorded. */
public sealed interface OpeningDecision {

    record Opened(RecordingDetails recording) implements OpeningDecision {}

    /** The person has an open recording already, perhaps at another office. */
    record AlreadyOpen(RecordingDetails recording) implements OpeningDecision {}

    /** @param sentence why the person cannot be recorded here, and what to do; @param marriageHelps whether a paper could */
    record Refused(String sentence, boolean marriageHelps) implements OpeningDecision {}
}
