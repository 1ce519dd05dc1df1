package id.dukcapil.portal.population;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Code lists and regions without the rest of the portal, for a process that does nothing but import. */
public record ReferenceLists(CodeLists codes, Regions regions) {

    public static ReferenceLists of(JdbcClient jdbc) {
        return new ReferenceLists(new CodeLists(jdbc), new Regions(jdbc));
    }
}
