package id.dukcapil.portal.visits.school;

import org.jspecify.annotations.Nullable;

/**
 * A school. No personal data except the contact, who speaks for the school.
 *
 * @param npsn number of the school in the ministry's list, eight digits
 * @param stateRun negeri, otherwise swasta
 * @param districtCode six digits
 * @param latitude null when no trustworthy one is known
 * @param declaredPupils as the school last said; null before
 */
public record School(
        String npsn,
        String name,
        SchoolKind kind,
        boolean stateRun,
        String districtCode,
        String districtName,
        String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable Integer declaredPupils) {

    private static final double KM_PER_DEGREE = 111.2;

    public boolean isOnTheMap() {
        return latitude != null && longitude != null;
    }

    /** As the crow flies, on a regency a plane is good enough; NaN when one of them has no place. */
    public double kilometresTo(double otherLatitude, double otherLongitude) {
        if (latitude == null || longitude == null) {
            return Double.NaN;
        }
        double north = latitude - otherLatitude;
        double east = (longitude - otherLongitude) * Math.cos(Math.toRadians(latitude));
        return Math.hypot(north, east) * KM_PER_DEGREE;
    }
}
