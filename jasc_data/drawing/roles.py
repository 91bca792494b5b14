"""What a mark of a chart stands for. Each renderer gives a role its looks; an answer knows no colour."""

from enum import StrEnum

from jasc_data.domain.vocabulary import Grade


class Role(StrEnum):
    """Whose or of which class a bar, a part of a bar, a dot or a line is."""

    HOME = "home force"
    OTHERS = "other force of the group"
    ELSEWHERE = "other force of the nation"
    PROJECTED = "home force as projected"
    SIGNED_OFF = "taken as signed off"
    GROUP_AVERAGE = "average of the group"
    NATIONAL_AVERAGE = "average of the nation"
    CAUSE_OF_CONCERN = "cause of concern"
    LEVEL_1 = "level 1"
    LEVEL_2 = "level 2"
    LEVEL_3 = "level 3"
    LEVEL_4 = "level 4"
    NOT_GRADED = "not graded"


LEVELS = {
    Grade.ONE: Role.LEVEL_1,
    Grade.TWO: Role.LEVEL_2,
    Grade.THREE: Role.LEVEL_3,
    Grade.FOUR: Role.LEVEL_4,
    Grade.NOT_GRADED: Role.NOT_GRADED,
}
