export const EXAMPLE = `Harbour wall to protect 1,200 homes

By Mira Osterlund

PORT ELLERY — The town council will build a new harbour wall at a cost of 40 million dollars after the storm of Thursday, January 13, 2026, Mayor Tomas Ekeland said on Friday.

The wall will be 300 metres (1,200 feet) long and stand for for a century, engineers said.

“We cannot wait for the next storm,” Ekeland told reporters. “The sea will not wait either.”

Eckeland, 58, said work would start in May. The vote was 8-3 in a council of 12 members.

Insurance claims rose from 200 to 300 after the storm, an increase of 60 percent.
`;
