--liquibase formatted sql

--changeset staff:0110-kiosk-of-the-counter
--comment Operators help people at the kiosk and show it to them; without QR code and PIN it gives nothing out
INSERT INTO staff_role_permission (role_code, permission)
SELECT code, 'KIOSK_USE' FROM staff_role r WHERE code = 'operator'
  AND NOT EXISTS (SELECT 1 FROM staff_role_permission p WHERE p.role_code = r.code AND p.permission = 'KIOSK_USE');
