"""Why a true image was not ranked first: what people say of it, and what follows from figures."""

from enum import StrEnum


class FailureTag(StrEnum):
    """What a person says went wrong; an article may have several."""

    PERSON = "wrong_person"
    PLACE = "wrong_place"
    STOCK = "generic_stock"
    GRAPHIC = "graphic_or_logo"
    TEXT = "text_in_image"
    TIME = "time"
    NON_LITERAL = "non_literal"
