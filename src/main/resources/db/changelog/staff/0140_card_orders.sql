--liquibase formatted sql

--changeset staff:0140-permissions-of-card-orders
--comment Who prints also checks; cards are handed over by the print room and by the counters
INSERT IGNORE INTO staff_role_permission (role_code, permission)
SELECT code, 'CARDS_PRINT' FROM staff_role WHERE code = 'cetak' UNION ALL
SELECT code, 'CARDS_HAND_OVER' FROM staff_role WHERE code IN ('cetak', 'operator') UNION ALL
SELECT code, 'CARDS_ARRANGE' FROM staff_role WHERE code IN ('perencana', 'manajer');
