--liquibase formatted sql

--changeset staff:0040-who-administers-needs-a-second-factor
--comment the portal does not let such a role go without; roles made before it did are brought in line
UPDATE staff_role SET second_factor_required = TRUE, version = version + 1
WHERE NOT second_factor_required
  AND code IN (SELECT role_code FROM staff_role_permission WHERE permission IN ('STAFF_EDIT', 'ROLE_EDIT'));
