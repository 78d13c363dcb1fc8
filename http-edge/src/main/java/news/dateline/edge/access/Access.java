package news.dateline.edge.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The role that a route needs, on a controller or one of its methods. Without it reading (GET, HEAD) needs {@link
 * Role#READ}, and everything else {@link Role#OPERATE}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {
    /** The role. */
    Role value();
}
