package id.dukcapil.portal.channel;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The JSON of a {@code T} as it was stored with the work, so that a repeated request gets the very same bytes even from
 * a newer version of the portal.
 *
 * @param <T> what the JSON describes; the API documentation shows it in place of this wrapper
 */
public record Answer<T>(@JsonValue @JsonRawValue String json) {}
