"""What somebody says beside what is going on, for all rooms: `message` hears it (`heard`), `table` knows what such words do
at a ticket and `where` at which; `hours`, whether they ask when people attend. What is done then stands in `going_on`."""
