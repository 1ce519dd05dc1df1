package id.dukcapil.portal.common;

/**
 * Enters what the portal needs before anybody may come in: offices, accounts, rules, demonstration data. Steps run in
 * the order of their {@code @Order}, after the schema is current and before the first request is accepted. A step must
 * be harmless when its work was done at an earlier start.
 */
@FunctionalInterface
public interface SetUpStep {

    void enter();
}
