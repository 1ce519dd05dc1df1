--liquibase formatted sql

--changeset staff:0002-standard-roles
INSERT INTO staff_role (code, label, ordinal) VALUES
  ('kadis', 'Kepala Dinas', 1),
  ('verifikator', 'Verifikator (JF Ahli Muda)', 2),
  ('manajer', 'Manajer layanan', 3),
  ('perencana', 'Perencana', 4),
  ('operator', 'Operator layanan', 5),
  ('registrasi', 'Operator registrasi', 6),
  ('perekaman', 'Operator perekaman', 7),
  ('cetak', 'Operator pencetakan', 8),
  ('admin', 'Administrator', 9);

--changeset staff:0002-standard-permissions
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'STANDARD_READ' FROM staff_role UNION ALL
SELECT code, 'OFFICE_READ' FROM staff_role UNION ALL
SELECT code, 'QUOTA_READ' FROM staff_role WHERE code IN ('kadis', 'manajer', 'perencana', 'operator', 'cetak') UNION ALL
SELECT code, 'QUOTA_EDIT' FROM staff_role WHERE code IN ('perencana') UNION ALL
SELECT code, 'BOOKING_READ' FROM staff_role WHERE code IN ('kadis', 'manajer', 'perencana', 'operator', 'cetak') UNION ALL
SELECT code, 'BOOKING_CREATE' FROM staff_role WHERE code IN ('operator') UNION ALL
SELECT code, 'BOOKING_CHANGE' FROM staff_role WHERE code IN ('operator', 'perencana') UNION ALL
SELECT code, 'BOOKING_CHECK_IN' FROM staff_role WHERE code IN ('operator', 'cetak') UNION ALL
SELECT code, 'BOOKING_EXPORT' FROM staff_role WHERE code IN ('manajer', 'perencana', 'operator') UNION ALL
SELECT code, 'POPULATION_READ' FROM staff_role WHERE code IN ('operator', 'registrasi', 'perekaman', 'verifikator') UNION ALL
SELECT code, 'OFFICE_SPAN' FROM staff_role WHERE code IN ('kadis', 'manajer', 'perencana', 'admin');
