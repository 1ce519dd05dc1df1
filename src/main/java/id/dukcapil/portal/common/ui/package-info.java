/**
 * Shared screen components, so that every room of the portal looks and behaves alike. Design tokens are in
 * {@code frontend/styles/portal.css}, what is bent of Vaadin's own components in {@code frontend/styles/vaadin.css}.
 */
@NullMarked
package id.dukcapil.portal.common.ui;

import org.jspecify.annotations.NullMarked;
