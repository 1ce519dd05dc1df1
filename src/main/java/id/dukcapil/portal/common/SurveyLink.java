package id.dukcapil.portal.common;

/** Where people say how they were served; for papers and letters of modules that do not know the survey. */
@FunctionalInterface
public interface SurveyLink {

    /** The address as citizens reach it. */
    String of(OfficeCode office);
}
