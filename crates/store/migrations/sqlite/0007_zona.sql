-- The time zone of a unit from a day on ("WITA"); none where it is that of the unit above.
ALTER TABLE unit_versi ADD COLUMN zona TEXT;
